/** Shows, at the head of a previewed page, what is wrong with the sources of the site, by file and line. */
export function showPreviewFaults(): void {
  const banner = document.querySelector<HTMLElement>(".preview-faults");
  if (!banner) return;
  new EventSource(banner.dataset.from!).onmessage = ({data}) => {
    const faults = JSON.parse(data) as string[];
    banner.hidden = faults.length === 0;
    banner.replaceChildren(
      ...faults.map((fault) => {
        const line = document.createElement("pre");
        line.textContent = fault;
        return line;
      })
    );
  };
}
