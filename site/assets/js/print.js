// On paper a page says where it is from: its address, where the settings of the website do not.
(() => {
  "use strict";

  addEventListener("beforeprint", () => {
    const address = document.querySelector(".colophon .address");
    if (!address || address.textContent) return;
    address.textContent = location.href.split("#")[0];
    address.closest(".colophon").hidden = false;
  });
})();
