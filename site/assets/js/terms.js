// A browser without popovers shows the notes at the end of the page: the buttons lead there.
(() => {
  "use strict";

  if ("popover" in HTMLElement.prototype) return;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.term");
    if (button) location.hash = button.getAttribute("popovertarget");
  });
})();
