// Stands in for a web worker on a page that was opened from a disk, where a browser refuses to start
// one: the script runs in a hidden frame of its own. Anywhere else this file does nothing.
// The theme's worker looks for the name IFrameWorker to find the scripts beside it.
(() => {
  "use strict";

  if (location.protocol !== "file:") return;

  class IFrameWorker extends EventTarget {
    constructor(address) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "worker"; // never seen and never read out: it is hidden
      document.body.append(frame);
      this.room = frame.contentWindow;
      this.room.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      this.room.importScripts = (...addresses) =>
        addresses.reduce((before, next) => before.then(() => this.load(next)), Promise.resolve());
      this.isReady = this.load(new URL(address, document.baseURI));
    }

    load(address) {
      return new Promise((resolve, reject) => {
        const script = this.room.document.createElement("script");
        script.src = `${address}`;
        script.onload = resolve;
        script.onerror = reject;
        this.room.document.head.append(script);
      });
    }

    async postMessage(data) {
      await this.isReady;
      const { MessageEvent: Message } = this.room;
      this.room.dispatchEvent(new Message("message", { data }));
    }
  }

  window.IFrameWorker = IFrameWorker;
  window.Worker = IFrameWorker;
})();
