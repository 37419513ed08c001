interface PreviewState {
  faults: string[];
  progress: string | null;
}

/** Shows, over the foot of a previewed page’s window, what is wrong with the sources of the site, by file and line, and what is being built. */
export function showPreviewFaults(): void {
  const banner = document.querySelector<HTMLElement>(".preview-faults");
  if (!banner) return;
  new EventSource(banner.dataset.from!).onmessage = ({data}) => {
    const {faults, progress} = JSON.parse(data) as PreviewState;
    banner.hidden = faults.length === 0 && progress === null;
    banner.classList.toggle("is-waiting", faults.length === 0);
    const waiting = document.createElement("p");
    waiting.textContent = progress;
    banner.replaceChildren(
      ...(progress === null ? [] : [waiting]),
      ...faults.map((fault) => {
        const line = document.createElement("pre");
        line.textContent = fault;
        return line;
      })
    );
  };
}
