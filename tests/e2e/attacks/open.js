const [ids, done] = arguments;
(async () => {
    const looks = [];
    for (const id of ids) {
        const before = document.querySelector('.note-body');
        location.hash = `#note=${encodeURIComponent(id)}`;
        // Tasks of the page run before the next one of these: a frame is not waited for.
        for (let tries = 0; tries < 2000; tries += 1) {
            await new Promise((resume) => setTimeout(resume, 0));
            const now = document.querySelector('.note-body');
            if (now && now !== before) break;
        }
        const body = document.querySelector('.note-body');
        const wrong = inspect();
        if (!body || body === before) wrong.push('the note did not open');
        // What reacts to the mouse and to the focus gets both.
        for (const element of body?.querySelectorAll('*') ?? []) {
            for (const type of ['mouseover', 'focus', 'toggle', 'load', 'error']) {
                element.dispatchEvent(new Event(type));
            }
        }
        looks.push({ id, wrong: [...wrong, ...inspect()], text: body?.textContent ?? '' });
    }
    done(looks);
})().catch((error) => done(String(error)));
