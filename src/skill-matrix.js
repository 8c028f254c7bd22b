// <skill-matrix src level query skill theme accent player ground height fixed>: a page of Skillreel in a
// frame as high as its content, which is asked after each load; `height` until it answers.
(() => {
  'use strict';
  const VIEW = { level: 'level', query: 'q', skill: 'skill' };
  const LOOK = ['theme', 'accent', 'player', 'ground'];
  const frames = new Map();

  class SkillMatrix extends HTMLElement {
    static observedAttributes = ['src', 'fixed', 'height', ...LOOK, ...Object.keys(VIEW)];

    connectedCallback() {
      this.frame ??= this.build();
      frames.set(this.frame, this);
      this.load();
    }

    disconnectedCallback() {
      frames.delete(this.frame);
    }

    attributeChangedCallback() {
      if (this.frame) this.load();
    }

    seek(seconds) {
      this.say('seek', +seconds);
    }

    say(type, value) {
      this.frame?.contentWindow?.postMessage({ skillreel: 1, type, [type]: value }, '*');
    }

    build() {
      const frame = document.createElement('iframe');
      Object.assign(frame, {
        title: this.title || this.textContent.trim() || 'Skills by seniority',
        loading: 'lazy',
        onload: () => this.say('ask', 'height'),
        referrerPolicy: 'strict-origin-when-cross-origin',
        allow: 'fullscreen; picture-in-picture; encrypted-media; autoplay',
        sandbox: 'allow-scripts allow-same-origin allow-popups '
          + 'allow-popups-to-escape-sandbox allow-presentation',
      });
      Object.assign(frame.style, { display: 'block', width: '100%', border: 0 });
      this.style.display = 'block';
      this.attachShadow({ mode: 'open' }).append(frame);
      return frame;
    }

    load() {
      const link = document.createElement('a');
      link.href = this.getAttribute('src') ?? '';
      const page = /^https?:$/.test(link.protocol) && new URL(link.href);
      if (!page) return console.error('<skill-matrix>: src must be a page of Skillreel');
      page.searchParams.set('embed', 1);
      const view = new URLSearchParams(page.hash.slice(1));
      const take = (name, key, to) => this.hasAttribute(name) && to.set(key, this.getAttribute(name));
      for (const name of LOOK) take(name, name, page.searchParams);
      for (const name in VIEW) take(name, VIEW[name], view);
      page.hash = view;
      if (this.hasAttribute('fixed') || !this.frame.style.height)
        this.fit(this.getAttribute('height') || 640);
      if (this.frame.src !== page.href) this.frame.src = page.href;
      this.say('ask', 'height');
    }

    fit(height) {
      this.frame.style.height = `${Math.min(Math.max(Math.ceil(height), 100), 20000)}px`;
    }
  }

  addEventListener('message', ({ data, source }) => {
    const { skillreel, type, height } = Object(data);
    if (skillreel !== 1 || type !== 'height' || !(height > 0)) return;
    for (const [frame, host] of frames)
      if (frame.contentWindow === source && !host.hasAttribute('fixed')) host.fit(height);
  });
  if (!customElements.get('skill-matrix')) customElements.define('skill-matrix', SkillMatrix);
})();
