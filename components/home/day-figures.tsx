import Link from "next/link";
import type { Overview } from "@/lib/domain/overview";

/** The numbers of the last 24 hours, each a link to what it counts. */
export function DayFigures({ overview }: { overview: Overview }) {
  const received = overview.hours.reduce((sum, hour) => sum + hour.accepted + hour.rejected + hour.other, 0);
  const rejected = overview.hours.reduce((sum, hour) => sum + hour.rejected, 0);
  const figures = [
    { href: "/deliveries", name: "Deliveries", value: received, tone: "" },
    { href: "/deliveries?verdict=rejected", name: "Rejected", value: rejected, tone: rejected ? "text-bad" : "" },
    { href: "/runs?status=done", name: "Runs done", value: overview.doneRuns, tone: "" },
    {
      href: "/runs?status=failed",
      name: "Runs failed",
      value: overview.failedRuns,
      tone: overview.failedRuns ? "text-bad" : "",
    },
  ];
  return (
    <ul className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4 lg:grid-cols-2">
      {figures.map(({ href, name, value, tone }) => (
        <li key={name}>
          <Link href={href} className="group flex flex-col rounded-md">
            <span className={`font-semibold text-2xl tabular-nums tracking-tight ${tone}`}>
              {value.toLocaleString("en")}
            </span>
            <span className="text-muted text-sm group-hover:text-foreground group-hover:underline">{name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
