/** The brass button of a door bell, sounding. A picture, not a control. */
export function BellButton() {
  return (
    <span aria-hidden className="relative grid size-24 place-items-center">
      <span className="absolute size-16 animate-ripple rounded-full border-2 border-brass" />
      <span className="absolute size-16 animate-ripple rounded-full border-2 border-brass [animation-delay:800ms]" />
      <span className="grid size-16 place-items-center rounded-full bg-[radial-gradient(circle_at_35%_28%,oklch(0.93_0.1_88),oklch(0.79_0.15_76)_55%,oklch(0.62_0.14_64))] shadow-[inset_0_-2px_5px_oklch(0.4_0.1_55/0.5),0_6px_16px_-4px_oklch(0.3_0.08_60/0.5)]">
        <span className="size-9 rounded-full border border-[oklch(0.45_0.1_60/0.5)] bg-[radial-gradient(circle_at_40%_30%,oklch(0.9_0.11_86),oklch(0.76_0.15_74))] shadow-[inset_0_1px_3px_oklch(0.45_0.11_60/0.5)]" />
      </span>
    </span>
  );
}
