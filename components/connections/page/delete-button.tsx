"use client";

import { Button } from "@heroui/react";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DeleteDialog } from "@/components/connections/delete-dialog";
import type { Connection, ConnectionUse } from "@/lib/domain/connections/connection";

type DeleteButtonProps = { connection: Pick<Connection, "id" | "name">; uses: readonly ConnectionUse[] };

/** Deletes a connection from its own page. */
export function DeleteButton({ connection, uses }: DeleteButtonProps) {
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button variant="outline" className="text-bad" onPress={() => setIsAsking(true)}>
        <Trash2 aria-hidden />
        Delete
      </Button>
      {isAsking ? (
        <DeleteDialog
          connection={connection}
          uses={uses}
          onClose={() => setIsAsking(false)}
          onDeleted={() => {
            router.push("/connections");
            router.refresh();
          }}
        />
      ) : null}
    </>
  );
}
