/** What a chart’s looks depend on, copied from the page into a picture that stands alone. */
const PROPERTIES = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "fill-opacity",
  "opacity",
  "color",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "visibility"
];

/** What stands around a picture that leaves the page. */
export interface PictureWords {
  title: string;
  measure: string;
  source: string;
  legend: {label: string; color: string}[];
}

const MARGIN = 16;
const LINE = 18;
/** Width of a letter of the words around a picture, on average. */
const LETTER = 6.2;

/**
 * Returns the chart among what a figure shows, which is the largest of its pictures, since a legend may be one too;
 * a canvas as an SVG element that holds it. Null where nothing is drawn yet.
 */
export function mainPicture(figure: Element): SVGSVGElement | null {
  const areaOf = (element: Element) => element.clientWidth * element.clientHeight;
  const pictures = [...figure.querySelectorAll<SVGSVGElement | HTMLCanvasElement>("svg, canvas")];
  const [largest] = pictures.sort((a, b) => areaOf(b) - areaOf(a));
  return largest instanceof HTMLCanvasElement ? canvasPicture(largest) : (largest ?? null);
}

function canvasPicture(canvas: HTMLCanvasElement): SVGSVGElement {
  const size = {width: canvas.clientWidth, height: canvas.clientHeight};
  const svg = element("svg", size) as SVGSVGElement;
  svg.append(element("image", {...size, href: canvas.toDataURL()}));
  return svg;
}

/** Returns an SVG element of the page as the text of a file that looks, and says, the same without the page. */
export function svgText(svg: SVGSVGElement, words: PictureWords): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll("*")];
  for (const [i, element] of [copy, ...copy.querySelectorAll("*")].entries()) {
    const style = getComputedStyle(originals[i]!);
    for (const property of PROPERTIES)
      (element as SVGElement).style.setProperty(property, style.getPropertyValue(property));
  }
  const {width, height} = svg.isConnected
    ? svg.getBoundingClientRect()
    : {width: Number(svg.getAttribute("width")), height: Number(svg.getAttribute("height"))};
  const legend = legendOf(words.legend, width);
  const head = (2.5 + legend.lineCount) * LINE;
  const source = wrapped(words.source, width);
  for (const [name, value] of Object.entries({x: MARGIN, y: MARGIN + head, width, height}))
    copy.setAttribute(name, String(value));
  const whole = element("svg", {
    width: width + 2 * MARGIN,
    height: height + head + (1 + source.length) * LINE + 2 * MARGIN,
    fill: getComputedStyle(document.documentElement).color,
    "font-family": "system-ui, sans-serif"
  });
  const background = getComputedStyle(document.documentElement).backgroundColor;
  whole.append(
    element("rect", {width: "100%", height: "100%", fill: background}),
    line(words.title, MARGIN + LINE, {"font-size": 16, "font-weight": 700}),
    line(words.measure, MARGIN + 2 * LINE, {"font-size": 12}),
    ...legend.elements,
    copy,
    ...source.map((text, i) => line(text, MARGIN + head + height + (1.5 + i) * LINE, {"font-size": 11}))
  );
  return new XMLSerializer().serializeToString(whole);
}

/** Returns the entries side by side, on as many lines as they need. */
function legendOf(
  entries: PictureWords["legend"],
  width: number
): {elements: SVGElement[]; lineCount: number} {
  let [x, lineCount] = [MARGIN, entries.length ? 1 : 0];
  const elements = entries.flatMap(({label, color}) => {
    const length = 36 + LETTER * label.length;
    if (x + length > width + MARGIN && x > MARGIN) [x, lineCount] = [MARGIN, lineCount + 1];
    const y = MARGIN + (2 + lineCount) * LINE;
    const swatch = element("rect", {x, y: y - 10, width: 14, height: 10, fill: color});
    const text = element("text", {x: x + 19, y, "font-size": 11});
    text.textContent = label;
    x += length;
    return [swatch, text];
  });
  return {elements, lineCount};
}

function wrapped(words: string, width: number): string[] {
  const lines = [""];
  for (const word of words.split(" ")) {
    if ((lines.at(-1)!.length + word.length) * LETTER > width) lines.push("");
    lines.push(`${lines.pop()} ${word}`.trim());
  }
  return lines;
}

function line(words: string, y: number, attributes: Record<string, unknown>): SVGElement {
  const text = element("text", {x: MARGIN, y, ...attributes});
  text.textContent = words;
  return text;
}

function element(name: string, attributes: Record<string, unknown>): SVGElement {
  const created = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, String(value));
  return created;
}

/** Returns an SVG element of the page, with the words around it, as a PNG picture at twice its size. */
export async function svgPng(svg: SVGSVGElement, words: PictureWords, scale = 2): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg, words))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("picture not made"))), "image/png");
  });
}
