import {utimesSync} from "node:fs";
import {navigation} from "./navigation.js";

/**
 * Returns a function to call when a page may have changed: if one has come or gone, or its title or place is another,
 * it renews the time of Framework’s configuration, which the preview watches, so that the sidebar is read again.
 */
export function sidebarWatch(reports: string, configuration: string): () => void {
  let shown = JSON.stringify(navigation(reports));
  return () => {
    const current = JSON.stringify(navigation(reports));
    if (current === shown) return;
    shown = current;
    utimesSync(configuration, new Date(), new Date());
  };
}
