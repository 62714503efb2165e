import { Skeleton } from "@heroui/react";
import { Page } from "@/components/ui/page";
import { RowSkeleton } from "@/components/ui/row-skeleton";

export default function Loading() {
  return (
    <Page>
      <div aria-hidden className="flex flex-col gap-2.5 pt-1">
        <Skeleton className="h-7 w-44 rounded-md" />
        <Skeleton className="h-4 w-80 max-w-full rounded-md" />
      </div>
      <RowSkeleton />
    </Page>
  );
}
