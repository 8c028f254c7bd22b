const [ids, done] = arguments;
(async () => {
    const looks = [];
    // Tasks of the page run before the next one of these.
    const turn = () => new Promise((resume) => setTimeout(resume, 0));
    const open = () => document.querySelector('[data-anchor=note-text]');
    const until = async (isThere, again) => {
        for (let tries = 0; tries < 2000; tries += 1) {
            if (isThere()) return true;
            if (tries % 50 === 0) again();
            await turn();
        }
        return false;
    };
    // By a link of the note that is open, else by the address. Browsers let a page change its
    // address only so often, and drop what is too much; a link opens its note all the same.
    const go = async (id) => {
        const hash = `#note=${encodeURIComponent(id)}`;
        const links = [...(open()?.querySelectorAll('a') ?? [])];
        const link = links.find((link) => link.getAttribute('href') === hash);
        if (link) {
            // Each note with such a link has another one than the note before it.
            const former = open().innerHTML;
            link.click();
            return until(() => open() !== null && open().innerHTML !== former, () => {});
        }
        await until(() => open() === null, () => { location.hash = '#'; });
        return until(() => open() !== null, () => { location.hash = hash; });
    };
    for (const id of ids) {
        const isOpened = await go(id);
        // A note is drawn piece by piece; it is whole when nothing more comes.
        const body = open();
        for (let still = 0, size = -1; body && still < 3; still += 1) {
            if (size !== body.innerHTML.length) still = 0;
            size = body.innerHTML.length;
            await turn();
        }
        const wrong = inspect();
        if (!isOpened) wrong.push('the note did not open');
        // What reacts to the mouse and to the focus gets both.
        for (const element of body?.querySelectorAll('*') ?? []) {
            for (const type of ['mouseover', 'focus', 'toggle', 'load', 'error']) {
                element.dispatchEvent(new Event(type));
            }
        }
        looks.push({ wrong: [...wrong, ...inspect()], text: body?.textContent ?? '' });
    }
    done(looks);
})().catch((error) => done(String(error)));
