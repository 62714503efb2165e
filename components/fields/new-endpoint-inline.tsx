import { Button } from "@heroui/react";
import { useId, useState } from "react";
import { callApi } from "@/components/api/call-api";
import type { CreatedEndpoint } from "@/components/endpoints/created-endpoint";
import { SelectBox } from "@/components/fields/select-box";
import { findSource, sources } from "@/lib/catalog/sources/index";

/** Sources that need more than a name are set up on the endpoint's own page. */
const SOURCE_CHOICES = sources.map(({ id, name }) => ({ value: id, label: name }));

type NewEndpointInlineProps = { onCreated: (endpoint: CreatedEndpoint) => void; onCancel: () => void };

/** Makes an endpoint without leaving the canvas: a name, and who rings. */
export function NewEndpointInline({ onCreated, onCancel }: NewEndpointInlineProps) {
  const id = useId();
  const [name, setName] = useState("");
  const [sourceId, setSourceId] = useState("anyone");
  const [complaint, setComplaint] = useState<string>();
  const [isPending, setIsPending] = useState(false);
  const source = findSource(sourceId);

  async function create() {
    setIsPending(true);
    setComplaint(undefined);
    const answer = await callApi<CreatedEndpoint>("POST", "/api/v1/endpoints", {
      name: name.trim() || (source?.name ?? "Endpoint"),
      source: sourceId,
    });
    setIsPending(false);
    if (answer.ok) onCreated(answer.value);
    else setComplaint(answer.problems[0]?.message ?? answer.error);
  }

  return (
    <form
      aria-label="New endpoint"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
      className="flex flex-col gap-3 rounded-xl border border-border bg-surface-secondary p-3"
    >
      <div className="flex flex-col gap-1.5">
        <label htmlFor={`${id}-name`} className="font-medium text-sm">
          Name
        </label>
        <input
          id={`${id}-name`}
          className="box-input"
          maxLength={100}
          autoComplete="off"
          placeholder={source?.name ?? "Endpoint"}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className="flex flex-col gap-1.5">
        <label htmlFor={`${id}-source`} className="font-medium text-sm">
          Who rings?
        </label>
        <SelectBox id={`${id}-source`} value={sourceId} onChange={setSourceId} choices={SOURCE_CHOICES} />
        <p className="text-pretty text-muted text-xs leading-relaxed">{source?.summary}</p>
      </div>
      {complaint ? (
        <p role="alert" className="text-bad text-sm">
          {complaint}
        </p>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button size="sm" variant="tertiary" onPress={onCancel}>
          Cancel
        </Button>
        <Button size="sm" type="submit" isPending={isPending}>
          {isPending ? "Creating…" : "Create endpoint"}
        </Button>
      </div>
    </form>
  );
}
