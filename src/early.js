// Asks for the program once the page has painted something: before that it would take the network from what is read first. Stands
// in the hosted page itself, for another file would come later; src/boot.js takes the answer, or asks where this may not run.
(() => {
  'use strict';
  const LONGEST_MS = 100; // for the first painting: a page in a frame out of sight paints nothing
  const { wasm, integrity } = document.getElementById('skillreel-glue').dataset;
  if (location.protocol === 'file:') return;
  const painted = new Promise((done) => {
    if (document.hidden || !window.PerformanceObserver) return done();
    new PerformanceObserver((_, observer) => {
      observer.disconnect();
      done();
    }).observe({ type: 'paint', buffered: true });
    setTimeout(done, LONGEST_MS);
  });
  const answer = painted.then(() => fetch(wasm, { integrity }));
  answer.catch(() => {}); // whoever takes it hears of it
  window.skillreelProgram = answer;
})();
