import { FilterSelect } from "@/components/log/filters/filter-select";
import type { Filters } from "@/components/log/filters/use-filters";

type EndpointFilterProps = { filters: Filters; endpoints: readonly { id: string; name: string }[] };

/** Narrows a log down to one endpoint. */
export function EndpointFilter({ filters, endpoints }: EndpointFilterProps) {
  return (
    <FilterSelect
      label="Endpoint"
      all="Every endpoint"
      value={filters.value("endpoint")}
      choices={endpoints.map(({ id, name }) => ({ value: id, name }))}
      onChange={(endpoint) => filters.change({ endpoint })}
    />
  );
}
