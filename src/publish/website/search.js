// In front of the theme's search worker, in the same file. The theme sends the index at the start of
// every page: {type: 0, data: index}, then what is typed: {type: 2, data: query}, and is answered
// {type: 1} when it may send queries, {type: 3, data: {items}} for each of them.
//
// Here the index stays on the server until something is typed; Chinese is cut into the words of the
// index (the theme never finds a word at the end of what is typed); and figures are found however
// they are typed: 1234.56, 1,234.56 and full-width digits alike.
(() => {
  "use strict";

  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  const DOCUMENTS = "../../../search/documents.json";
  const CHINESE = /\p{sc=Han}+/gu;
  const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
  const YEAR = /^(?:19|20)\d\d$/;
  const LONGEST = 12; // letters of a word
  const UNKNOWN = 100; // a letter outside of all words costs more than any number of words
  const MOST = 10; // words that contain what was typed
  // A letter that no document has: the theme leaves the last letter of what is typed out of its words.
  const END = "\u9f98";

  const words = new Set();
  const post = self.postMessage.bind(self);
  const passed = new WeakSet(); // what goes on to the theme
  let withheld = null; // the index without its documents, until they are here
  let isLoading = false;
  let last = null; // the query to answer when the index is ready

  const learn = (documents) => {
    for (const { title, text } of documents) {
      for (const [word] of `${title}\u200b${text}`.matchAll(CHINESE)) words.add(word);
    }
  };

  // The fewest words, from left to right; what is no word stays together.
  const cut = (run) => {
    const best = [{ cost: 0, pieces: [] }];
    for (let end = 1; end <= run.length; end++) {
      for (let start = Math.max(0, end - LONGEST); start < end; start++) {
        const piece = run.slice(start, end);
        const isWord = words.has(piece);
        if (!isWord && end - start > 1) continue;
        const cost = best[start].cost + (isWord ? 1 : UNKNOWN);
        if (best[end]?.cost <= cost) continue;
        best[end] = { cost, pieces: [...best[start].pieces, piece] };
      }
    }
    return best[run.length].pieces;
  };

  const containing = (piece) => [...words].filter((word) => word.includes(piece)).slice(0, MOST);

  // "住房公积" is no word, but a part of one; "三公经费" is two.
  const known = (run) => {
    const pieces = cut(run);
    const parts = pieces.length > 1 ? containing(run) : [];
    const others = pieces.filter((piece) => !words.has(piece)).flatMap(containing);
    const found = new Set([...pieces.filter((piece) => words.has(piece)), ...parts, ...others]);
    return found.size ? ` ${[...found].map((word) => word + END).join(" ")} ` : run;
  };

  // Pages print 1,234.56; documents also print 1234.56.
  const forms = (number) => {
    if (YEAR.test(number)) return number;
    const [whole, ...rest] = number.replaceAll(",", "").split(".");
    const both = [whole, whole.replace(/\B(?=(?:\d{3})+$)/g, ",")];
    return [...new Set(both.map((form) => [form, ...rest].join(".")))].join(" ");
  };

  const readable = (query) =>
    query
      .replace(/[\uff0e\uff05\uff0c\uff10-\uff19]/g, (letter) => letter.normalize("NFKC"))
      .replace(NUMBER, forms)
      .replace(CHINESE, known)
      .replace(/[^\p{L}\p{N}.,%+~"-]+/gu, " ")
      .trim();

  const pass = (data) => {
    const event = new MessageEvent("message", { data });
    passed.add(event);
    self.dispatchEvent(event);
  };

  const ask = (query) => pass({ type: QUERY, data: readable(query) });

  const load = async () => {
    isLoading = true;
    try {
      const answer = await fetch(new URL(DOCUMENTS, self.location.href));
      const docs = await answer.json();
      learn(docs);
      const { type, data } = withheld;
      withheld = null;
      pass({ type, data: { ...data, docs } });
    } finally {
      isLoading = false;
    }
  };

  self.postMessage = (message) => {
    if (message.type !== READY || last === null) return post(message);
    ask(last);
    last = null;
  };

  self.addEventListener("message", (event) => {
    if (passed.has(event)) return;
    const { type, data } = event.data;
    if (type === SETUP && data.docs.length) return learn(data.docs);
    event.stopImmediatePropagation();
    if (type === SETUP) {
      withheld = event.data;
      post({ type: READY });
    } else if (!withheld && last === null) {
      ask(data);
    } else if (data.trim()) {
      last = data; // only what was typed last is of interest
      if (withheld && !isLoading) load();
    } else {
      post({ type: RESULT, data: { items: [] } });
    }
  });
})();
