import { PageHeader } from "@/components/ui/page-header";
import { TabLinks } from "@/components/ui/tab-links";

const TABS = [
  { href: "/catalog", name: "Sources" },
  { href: "/catalog/steps", name: "Steps" },
];

/** The head of the catalog, with the way between its parts. */
export function CatalogHead({ current }: { current: string }) {
  return (
    <>
      <PageHeader title="Catalog" description="Everyone who can ring, and everything that can be put on a canvas." />
      <TabLinks label="Parts of the catalog" tabs={TABS} current={current} />
    </>
  );
}
