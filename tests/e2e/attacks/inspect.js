const wrong = (window.ran ?? []).splice(0);
if (window.attacked !== undefined) wrong.push('a script of a payload ran');
if (({}).polluted !== undefined || ({}).x !== undefined || ({}).a !== undefined) {
    wrong.push('the prototype of all objects was changed');
}
// What notes may hold, as the page draws it, with the page's own stamps, links and tables.
const inNote = 'a blockquote br button code details div em h3 h4 h5 h6 hr kbd li mark ol p path pre s'
    + ' section span strong sub summary sup svg table tbody td th thead tr ul';
const inPage = inNote + ' article aside b body caption dd dialog dl dt footer form h1 h2'
    + ' head header html i input label link main meta nav noscript option output progress script'
    + ' search select small style textarea time title circle g line polyline rect use img template';
const note = document.querySelector('[data-anchor=note-text]');
const names = (list) => new Set(list.split(' '));
const allowed = { note: names(inNote), page: names(inPage) };
const attributes = /^(class|dir|href|hidden|lang|rel|role|scope|start|tabindex|target|title|type|data-[a-z-]+|aria-[a-z-]+)$/;
const drawing = /^(d|fill|height|viewBox|width|stroke|stroke-[a-z]+|focusable|xmlns)$/;
for (const element of document.querySelectorAll('*')) {
    const isNote = element !== note && (note?.contains(element) ?? false);
    const tag = element.localName;
    if (!allowed[isNote ? 'note' : 'page'].has(tag)) wrong.push(`<${tag}> is not allowed`);
    for (const { name, value } of element.attributes) {
        if (name.startsWith('on') || name === 'srcdoc') wrong.push(`${tag} has ${name}`);
        const isDrawing = element.namespaceURI.endsWith('svg') && drawing.test(name);
        const isTime = name === 'translate' && value === 'no' && element.matches('.stamp');
        if (isNote && !attributes.test(name) && !isDrawing && !isTime) wrong.push(`${tag} has ${name}=${value}`);
    }
    if (tag === 'img' && !/^(https:\/\/i\.ytimg\.com\/|data:|blob:)/.test(element.src)) {
        wrong.push(`a picture from ${element.src.slice(0, 80)}`);
    }
    if (element.matches('a[href]')) {
        // Links in drawings have an address of another type, so it is read as it is written.
        const href = element.getAttribute('href');
        const { protocol } = new URL(href, location.href);
        const [page, here] = [new URL(href, location.href).href, location.href]
            .map((url) => url.split(/[?#]/)[0]);
        if (page !== here && !['http:', 'https:', 'mailto:'].includes(protocol)) {
            wrong.push(`a link to ${href.slice(0, 80)}`);
        }
    }
}
// Of those that load or run something the page has a fixed number.
const live = 'script, style, link, meta, base, iframe, frame, object, embed, form, video, audio';
const count = document.querySelectorAll(live).length;
window.live ??= count;
if (count !== window.live) wrong.push(`${count} elements that load or run something, not ${window.live}`);
return wrong;
