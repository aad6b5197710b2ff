const svgNamespace = 'http://www.w3.org/2000/svg';
const painted = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'font-size', 'font-family', 'font-weight', 'text-anchor', 'opacity'];
const margin = 16;
const heading = 40;

/** What an element shows (its drawings and its words) as a PNG twice as sharp as the screen, under its title. @throws Error when the browser cannot draw it */
export async function pictureOf(shown: HTMLElement, title: string): Promise<Blob> {
  const { drawing, width, height } = drawingOf(shown, title);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: width * 2, height: height * 2 });
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'));
}

/** One SVG that needs no style sheet: drawings and words where the page has them, with the colours the page gives them. */
export function drawingOf(shown: HTMLElement, title: string): { readonly drawing: SVGSVGElement; readonly width: number; readonly height: number } {
  const frame = shown.getBoundingClientRect();
  const width = Math.ceil(frame.width) + 2 * margin;
  const height = Math.ceil(frame.height) + heading + 2 * margin;
  const at = (box: DOMRect): { x: number; y: number } => ({ x: box.left - frame.left + margin, y: box.top - frame.top + margin + heading });
  const page = getComputedStyle(document.body);
  const drawing = make('svg', { xmlns: svgNamespace, width, height, viewBox: `0 0 ${width} ${height}` });
  const colour = getComputedStyle(shown).color;
  drawing.append(make('rect', { width, height, fill: opaque(page.backgroundColor) }), words(title, { x: margin, y: margin + 20 }, { 'font-size': '18px', 'font-weight': '700', 'font-family': page.fontFamily, fill: colour }));
  for (const svg of shown.querySelectorAll('svg')) {
    const copy = repainted(svg);
    const box = svg.getBoundingClientRect();
    for (const [name, value] of Object.entries({ ...at(box), width: box.width, height: box.height })) copy.setAttribute(name, String(value));
    drawing.append(copy);
  }
  const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const parent = node.parentElement;
    const text = (node.textContent ?? '').trim();
    if (!text || !parent || parent.closest('svg')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const style = getComputedStyle(parent);
    const { x, y } = at(box);
    drawing.append(words(text, { x, y: y + box.height * 0.78 }, { 'font-size': style.fontSize, 'font-weight': style.fontWeight, 'font-family': style.fontFamily, fill: style.color }));
  }
  return { drawing, width, height };
}

const opaque = (colour: string): string => (/^(transparent|rgba\(.*, 0\))$/.test(colour) || !colour ? '#fff' : colour);

function make<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Readonly<Record<string, string | number>>): SVGElementTagNameMap[K] {
  const element = document.createElementNS(svgNamespace, tag);
  for (const [name, value] of Object.entries(attributes)) if (name !== 'xmlns') element.setAttribute(name, String(value));
  return element;
}

function words(text: string, { x, y }: { x: number; y: number }, style: Readonly<Record<string, string>>): SVGTextElement {
  const element = make('text', { x, y, ...style });
  element.textContent = text;
  return element;
}

/** A copy whose colours and letters are written on it: a picture has no style sheet. */
function repainted(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  [svg, ...svg.querySelectorAll<SVGElement>('*')].forEach((original, i) => {
    const style = getComputedStyle(original);
    for (const name of painted) copies[i]?.setAttribute(name, style.getPropertyValue(name));
    copies[i]?.removeAttribute('class');
  });
  return copy;
}
