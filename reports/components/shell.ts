// Runs on every page: keeps shared parameters on the way from page to page, goes to the place that the address names,
// lets the search reach organizations, and lets pages open without a connection.
import {arrive} from "./arrival.js";
import {keepForOffline} from "./offline.js";
import {showPreviewFaults} from "./previewFaults.js";
import {keepPreviewScroll} from "./previewScroll.js";
import {carrySharedParameters} from "./urlState.js";

const SHORTEST_NAME = 2;

carrySharedParameters();
arrive();
offerOrganizations();
void keepForOffline();
showPreviewFaults();
keepPreviewScroll();

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
