// Runs on every page: keeps shared parameters on the way from page to page, goes to the place that the address names,
// keeps the focus where cells are shown anew, lets the search reach organizations, and lets pages open without a connection.
import {arrive} from "./arrival.js";
import {keepFocus} from "./keepFocus.js";
import {keepForOffline} from "./offline.js";
import {showPreviewFaults} from "./previewFaults.js";
import {keepPreviewScroll} from "./previewScroll.js";
import {carrySharedParameters} from "./urlState.js";

const SHORTEST_NAME = 2;

carrySharedParameters();
arrive();
keepFocus();
searchByShortcut();
offerOrganizations();
void keepForOffline();
showPreviewFaults();
keepPreviewScroll();

/** The search says “Alt-K” wherever there is no ⌘ key, and Framework listens to ⌘ alone. */
function searchByShortcut(): void {
  const input = document.querySelector<HTMLInputElement>("#observablehq-search input");
  const toggle = document.querySelector<HTMLInputElement>("#observablehq-sidebar-toggle");
  if (!input || !toggle) return;
  addEventListener("keydown", (event) => {
    if (event.code !== "KeyK" || !event.altKey || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    // A closed sidebar shows itself while the focus is in it, and is opened for a moment to let the focus in.
    const isClosed = !input.checkVisibility({visibilityProperty: true});
    if (isClosed) toggle.click();
    input.focus();
    if (isClosed) toggle.click();
    input.select();
  });
}

/** Puts a link to the explorer, with the words searched for, above the pages that the search finds. */
function offerOrganizations(): void {
  const input = document.querySelector<HTMLInputElement>("#observablehq-search input");
  const results = document.querySelector("#observablehq-search-results");
  if (!input || !results) return;
  new MutationObserver(() => {
    const words = input.value.trim();
    if (words.length < SHORTEST_NAME || results.querySelector(".search-organizations")) return;
    const link = document.createElement("a");
    link.className = "search-organizations";
    link.href = `${new URL("../../explorer.html", import.meta.url).href}?${new URLSearchParams({q: words})}`;
    link.textContent = `Organizations matching “${words}”`;
    results.prepend(link);
  }).observe(results, {childList: true});
}
