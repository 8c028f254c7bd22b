const [ids, done] = arguments;
(async () => {
    const looks = [];
    // Tasks of the page run before the next one of these.
    const turn = () => new Promise((resume) => setTimeout(resume, 0));
    const open = () => document.querySelector('.note-body');
    // By a link of the note that is open, else by the address. Browsers let a page change its
    // address only so often, and drop what is too much; a link opens its note all the same.
    const go = async (id) => {
        const hash = `#note=${encodeURIComponent(id)}`;
        const former = open();
        const link = [...(former?.querySelectorAll('a') ?? [])]
            .find((link) => link.getAttribute('href') === hash);
        link?.click();
        for (let tries = 1; tries < 2000; tries += 1) {
            await turn();
            if (open() !== null && open() !== former) return true;
            if (tries % 50 === 0) {
                location.hash = '#';
                location.hash = hash;
            }
        }
        return false;
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
