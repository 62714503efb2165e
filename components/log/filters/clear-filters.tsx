import { Button } from "@heroui/react";
import { X } from "lucide-react";
import type { Filters } from "@/components/log/filters/use-filters";

/** Takes every filter off. There while one of those with these names is on. */
export function ClearFilters({ filters, names }: { filters: Filters; names: readonly string[] }) {
  if (names.every((name) => filters.value(name) === "")) return null;
  return (
    <Button variant="ghost" className="w-fit" onPress={filters.clear}>
      <X aria-hidden />
      Clear filters
    </Button>
  );
}
