/** The picture beside sign-in: a wall at night, and the bell, ringing. */
export function Doorway() {
  return (
    <aside className="relative isolate hidden overflow-hidden bg-[oklch(0.215_0.04_263)] text-[oklch(0.95_0.01_84)] lg:flex lg:flex-col lg:justify-end">
      <div
        aria-hidden
        className="absolute inset-0 -z-10 bg-[radial-gradient(60%_45%_at_50%_38%,oklch(0.815_0.14_80/0.2),transparent_70%)]"
      />
      <div aria-hidden className="absolute inset-x-0 top-[38%] flex -translate-y-1/2 justify-center">
        <div className="relative grid h-80 w-48 place-items-center rounded-[5.5rem] border border-[oklch(1_0_0/0.09)] bg-[linear-gradient(160deg,oklch(0.33_0.045_263),oklch(0.255_0.042_263))] shadow-[inset_0_1px_0_oklch(1_0_0/0.12),0_40px_80px_-20px_oklch(0.1_0.03_263)]">
          <span className="absolute top-8 size-1.5 rounded-full bg-[oklch(1_0_0/0.18)]" />
          <span className="absolute bottom-8 size-1.5 rounded-full bg-[oklch(1_0_0/0.18)]" />
          <span className="absolute size-28 animate-ripple rounded-full border-2 border-brass/70" />
          <span className="absolute size-28 animate-ripple rounded-full border-2 border-brass/70 [animation-delay:800ms]" />
          <span className="grid size-28 place-items-center rounded-full bg-[radial-gradient(circle_at_35%_28%,oklch(0.93_0.1_88),oklch(0.79_0.15_76)_55%,oklch(0.62_0.14_64))] shadow-[inset_0_-3px_8px_oklch(0.4_0.1_55/0.55),0_10px_24px_-6px_oklch(0.08_0.02_263/0.8)]">
            <span className="size-16 rounded-full border border-[oklch(0.45_0.1_60/0.5)] bg-[radial-gradient(circle_at_40%_30%,oklch(0.9_0.11_86),oklch(0.76_0.15_74))] shadow-[inset_0_2px_5px_oklch(0.45_0.11_60/0.5)]" />
          </span>
        </div>
      </div>
      <div className="flex flex-col gap-2 p-12">
        <p className="text-balance font-semibold text-3xl leading-tight tracking-tight">
          Draw what should happen when somebody rings.
        </p>
        <p className="max-w-md text-[oklch(0.78_0.02_262)] text-pretty">
          Doorbell checks who it is, writes it down, and does what your drawing says. On your own machine.
        </p>
      </div>
    </aside>
  );
}
