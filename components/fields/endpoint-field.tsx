import { Button } from "@heroui/react";
import { ArrowUpRight, Plus } from "lucide-react";
import Link from "next/link";
import { useId, useState } from "react";
import type { CreatedEndpoint } from "@/components/endpoints/created-endpoint";
import { useEndpointOptions } from "@/components/fields/endpoint-options";
import { FieldFrame } from "@/components/fields/field-frame";
import type { FieldProps } from "@/components/fields/field-props";
import { NewEndpointInline } from "@/components/fields/new-endpoint-inline";
import { SelectBox } from "@/components/fields/select-box";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";

/** Which endpoint rings; a new one can be made on the spot. */
export function EndpointField({ field, value, onChange, problem }: FieldProps) {
  const id = useId();
  const { endpoints, onCreated } = useEndpointOptions();
  const [isMaking, setIsMaking] = useState(endpoints.length === 0);
  const [created, setCreated] = useState<CreatedEndpoint>();
  const chosen = endpoints.find((endpoint) => endpoint.id === value);

  function take(endpoint: CreatedEndpoint) {
    onCreated(endpoint);
    onChange(endpoint.id);
    setCreated(endpoint);
    setIsMaking(false);
  }

  return (
    <FieldFrame htmlFor={id} label={field.label} help={field.help} problem={problem} hintId={`${id}-hint`}>
      <SelectBox
        id={id}
        aria-describedby={`${id}-hint`}
        value={chosen?.id ?? ""}
        onChange={onChange}
        placeholder="Choose an endpoint"
        choices={endpoints.map((endpoint) => ({ value: endpoint.id, label: endpoint.name }))}
      />
      {chosen ? (
        <div className="flex items-center gap-1 rounded-lg bg-surface-secondary py-0.5 pr-0.5 pl-2.5">
          <code className="min-w-0 flex-1 truncate font-mono text-xs" title={chosen.url}>
            {chosen.url}
          </code>
          <CopyButton value={chosen.url} label="Copy URL" />
          <Link
            href={`/endpoints/${chosen.id}`}
            aria-label="Open the endpoint"
            className="grid size-8 place-items-center rounded-lg text-muted hover:text-foreground"
          >
            <ArrowUpRight aria-hidden className="size-4" />
          </Link>
        </div>
      ) : null}
      {created?.signingSecret && created.id === value ? (
        <Notice tone="warn" title="Copy the secret now">
          <p>It is shown this once. The sender signs its requests with it.</p>
          <div className="mt-2 flex items-center gap-1">
            <code className="wrap-anywhere min-w-0 flex-1 select-all font-mono text-xs">{created.signingSecret}</code>
            <CopyButton value={created.signingSecret} label="Copy secret" />
          </div>
        </Notice>
      ) : null}
      {isMaking ? (
        <NewEndpointInline onCreated={take} onCancel={() => setIsMaking(false)} />
      ) : (
        <Button size="sm" variant="outline" className="w-fit" onPress={() => setIsMaking(true)}>
          <Plus aria-hidden />
          New endpoint
        </Button>
      )}
    </FieldFrame>
  );
}
