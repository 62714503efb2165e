/** A part of every bar: what it is called, and its colour as a Tailwind fill. */
export type BarPart = { key: string; name: string; fill: string; dot: string };

export type Bar = { at: string; values: Record<string, number> };

type StackedBarsProps = {
  /** What the chart says, in a sentence: the picture itself is hidden from screen readers. */
  summary: string;
  bars: Bar[];
  parts: readonly BarPart[];
  /** The words for a bar in its tooltip, before the numbers. */
  nameOf: (bar: Bar) => string;
};

const HEIGHT = 96;
const SLOT = 20;
const WIDTH = 13;
const SMALLEST = 2.5;

/** Numbers over time, one bar per step, the parts of each stacked. The first part is at the bottom. */
export function StackedBars({ summary, bars, parts, nameOf }: StackedBarsProps) {
  const highest = Math.max(1, ...bars.map((bar) => totalOf(bar)));
  return (
    <figure className="flex flex-col gap-3">
      <svg
        role="img"
        aria-label={summary}
        viewBox={`0 0 ${bars.length * SLOT} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-24 w-full"
      >
        {bars.map((bar, index) => (
          <g key={bar.at} transform={`translate(${index * SLOT + (SLOT - WIDTH) / 2} 0)`}>
            <title>{`${nameOf(bar)}: ${parts.map(({ key, name }) => `${bar.values[key] ?? 0} ${name.toLowerCase()}`).join(", ")}`}</title>
            <rect width={WIDTH} height={HEIGHT} className="fill-transparent" />
            <rect y={HEIGHT - SMALLEST} width={WIDTH} height={SMALLEST} className="fill-surface-tertiary" />
            {layersOf(bar, parts, highest).map((layer) => (
              <rect key={layer.key} y={layer.y} width={WIDTH} height={layer.height} rx="1" className={layer.fill} />
            ))}
          </g>
        ))}
      </svg>
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
        {parts.map(({ key, name, dot }) => (
          <span key={key} className="flex items-center gap-1.5">
            <span aria-hidden className={`size-2 rounded-full ${dot}`} />
            {name} <span className="font-medium text-foreground tabular-nums">{sumOf(bars, key)}</span>
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function layersOf(bar: Bar, parts: readonly BarPart[], highest: number) {
  let top = HEIGHT;
  return parts.flatMap(({ key, fill }) => {
    const value = bar.values[key] ?? 0;
    if (value === 0) return [];
    // One in a thousand must still be seen.
    const height = Math.max(SMALLEST, (value / highest) * (HEIGHT - 2 * SMALLEST));
    top -= height;
    return [{ key, fill, y: top, height }];
  });
}

function totalOf(bar: Bar): number {
  return Object.values(bar.values).reduce((sum, value) => sum + value, 0);
}

function sumOf(bars: Bar[], key: string): number {
  return bars.reduce((sum, bar) => sum + (bar.values[key] ?? 0), 0);
}
