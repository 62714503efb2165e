import { KindLogo } from "@/components/connections/kind-logo";
import { KindSetUp } from "@/components/connections/kind-set-up";
import { ConnectionEditor } from "@/components/connections/page/connection-editor";
import { DeleteButton } from "@/components/connections/page/delete-button";
import { TestButton } from "@/components/connections/page/test-button";
import { UseList } from "@/components/connections/use-list";
import { KeyValue } from "@/components/ui/key-value";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { findConnectionKind } from "@/lib/catalog/connections";
import type { Connection, ConnectionUse } from "@/lib/domain/connections/connection";

type ConnectionViewProps = {
  connection: Connection;
  uses: readonly ConnectionUse[];
  mayTest: boolean;
  mayChange: boolean;
};

/** A connection: its settings to change, who uses it, and where new credentials come from. */
export function ConnectionView({ connection, uses, mayTest, mayChange }: ConnectionViewProps) {
  const kind = findConnectionKind(connection.kind);
  return (
    <>
      <PageHeader
        title={
          <span className="flex items-center gap-3">
            <KindLogo kind={connection.kind} size="lg" />
            <span className="wrap-anywhere min-w-0">{connection.name}</span>
          </span>
        }
        back={{ href: "/connections", label: "Connections" }}
        description={[kind?.name ?? connection.kind, connection.description].filter(Boolean).join(" · ")}
        actions={mayChange ? <DeleteButton connection={connection} uses={uses} /> : null}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <Section title="Settings">
          {kind && mayChange ? (
            <ConnectionEditor key={connection.updatedAt} connection={connection} />
          ) : (
            <div className="flex flex-col gap-4">
              <Facts connection={connection} />
              {kind?.test && mayTest ? <TestButton connectionId={connection.id} /> : null}
            </div>
          )}
        </Section>
        <div className="flex flex-col gap-6">
          <Section title="Used by">
            <div className="flex flex-col gap-3">
              {uses.length > 0 ? (
                <UseList uses={uses} />
              ) : (
                <p className="text-pretty text-muted text-sm">No published workflow uses it.</p>
              )}
              <p className="text-muted text-xs">
                {connection.lastUsedAt ? (
                  <>
                    A run last used it <RelativeTime at={connection.lastUsedAt} />.
                  </>
                ) : (
                  "No run has used it yet."
                )}
              </p>
            </div>
          </Section>
          {kind && mayChange ? (
            <Section title="Where to find it">
              <KindSetUp kind={kind} />
            </Section>
          ) : null}
        </div>
      </div>
    </>
  );
}

/** What is no secret, for those who cannot change it. */
function Facts({ connection }: { connection: Connection }) {
  const fields = findConnectionKind(connection.kind)?.fields ?? [];
  const rows = Object.entries(connection.settings).map(([key, value]) => ({
    key: fields.find((field) => field.key === key)?.label ?? key,
    value,
  }));
  if (rows.length > 0) return <KeyValue rows={rows} />;
  return <p className="text-pretty text-muted text-sm">All that it holds is secret.</p>;
}
