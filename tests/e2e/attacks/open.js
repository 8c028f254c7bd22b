const [ids, done] = arguments;
(async () => {
    const looks = [];
    // Tasks of the page run before the next one of these.
    const turn = () => new Promise((resume) => setTimeout(resume, 0));
    // Chromium lets a page change its address only so often, and drops what is too much.
    const go = async (hash, isThere) => {
        for (let tries = 0; tries < 2000 && !isThere(); tries += 1) {
            if (tries % 50 === 0) location.hash = hash;
            await turn();
        }
        return isThere();
    };
    const isOpen = () => document.querySelector('.note-body') !== null;
    for (const id of ids) {
        const wasClosed = await go('#', () => !isOpen());
        const isOpened = await go(`#note=${encodeURIComponent(id)}`, isOpen);
        // A note is drawn piece by piece; it is whole when nothing more comes.
        const body = document.querySelector('.note-body');
        for (let still = 0, size = -1; body && still < 3; still += 1) {
            if (size !== body.innerHTML.length) still = 0;
            size = body.innerHTML.length;
            await turn();
        }
        const wrong = inspect();
        if (!wasClosed || !isOpened) wrong.push('the note did not open');
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
