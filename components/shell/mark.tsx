/** Doorbell's mark: the plate beside a door, its brass button, and the sound of it. */
export function Mark({ className = "size-8" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <rect x="5" y="1.5" width="22" height="29" rx="9.5" className="fill-plate" />
      <path
        d="M10.6 9.7a8.4 8.4 0 0 1 10.8 0"
        className="stroke-brass"
        fill="none"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <circle cx="16" cy="19.4" r="7" className="fill-brass" />
      <circle cx="16" cy="19.4" r="3.9" fill="none" stroke="oklch(0.235 0.038 262 / 0.5)" strokeWidth="1.5" />
    </svg>
  );
}
