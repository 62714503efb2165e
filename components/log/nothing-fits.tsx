import { Button } from "@heroui/react";
import { SearchX } from "lucide-react";
import type { ReactNode } from "react";
import type { Filters } from "@/components/log/filters/use-filters";
import { EmptyState } from "@/components/ui/empty-state";

type NothingFitsProps = { title?: string; filters: Filters; children: ReactNode };

/** In the place of a log's items where the filters leave none. */
export function NothingFits({ title = "Nothing fits these filters", filters, children }: NothingFitsProps) {
  const action = (
    <Button variant="outline" onPress={filters.clear}>
      Clear filters
    </Button>
  );
  return (
    <EmptyState icon={SearchX} title={title} actions={action}>
      {children}
    </EmptyState>
  );
}
