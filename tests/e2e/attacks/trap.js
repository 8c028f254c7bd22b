// Whatever runs that should not ends here.
window.ran = [];
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
    window[name] = (...values) => void window.ran.push(`${name}(${values})`);
}
addEventListener('error', (event) => window.ran.push(`error ${event.message}`));
document.addEventListener('securitypolicyviolation', (event) => {
    window.ran.push(`refused ${event.violatedDirective} ${event.blockedURI}`);
});
