import { Button } from "@heroui/react";
import { BellRing, Plus } from "lucide-react";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { STATUSES, StatusChip, type Status } from "@/components/ui/status-chip";
import { CodeBlock } from "@/components/ui/code-block";
import { JsonView } from "@/components/ui/json-view/json-view";
import { KeyValue } from "@/components/ui/key-value";
import { Notice } from "@/components/ui/notice";
import { TextInput } from "@/components/ui/text-input";
import { RelativeTime } from "@/components/ui/relative-time";
import { CopyButton } from "@/components/ui/copy-button";
import { RowSkeleton } from "@/components/ui/row-skeleton";
export default function P() {
  return (
    <Page>
      <PageHeader title="Endpoints" back={{ href: "/", label: "Home" }} beside={<StatusChip status="active" />} description="Addresses that somebody can ring. Give one to GitHub, Stripe or your own code." actions={<><Button variant="outline">Rename</Button><Button variant="tertiary">Other</Button><Button variant="danger">Delete</Button><LinkButton href="/x" variant="primary"><Plus />New endpoint</LinkButton></>} />
      <div className="flex flex-wrap gap-2">{(Object.keys(STATUSES) as Status[]).map((s) => <StatusChip key={s} status={s} />)}</div>
      <div className="grid gap-6 lg:grid-cols-2">
        <Section title="Form" description="How it looks"><div className="flex flex-col gap-4"><TextInput label="Name" placeholder="Orders" help="What is it for?" /><TextInput label="E-mail" error="Give an e-mail address." /><TextInput label="Note" isOptional /><TextInput label="Path" isMono defaultValue="a.b.c" /></div></Section>
        <Section title="JSON"><JsonView label="Body" value={{ action: "opened", number: 12, pull_request: { title: "Fix it", merged: false, labels: [{ name: "bug" }, { name: "ui" }], user: null }, empty: {} }} /></Section>
        <Section title="Code"><CodeBlock label="curl" hasTitle code={"curl -X POST https://bell.example/api/hooks/abc \\\n  -H 'content-type: application/json' \\\n  -d '{\"hello\":\"world\"}'"} /></Section>
        <Section title="Facts"><KeyValue rows={[{ key: "Received", value: <RelativeTime at={new Date(Date.now() - 400000).toISOString()} /> }, { key: "URL", value: <span>https://… <CopyButton value="x" label="Copy URL" /></span> }]} /></Section>
        <div className="flex flex-col gap-2"><Notice>Plain</Notice><Notice tone="good" title="Saved">Plain</Notice><Notice tone="warn" title="Anyone can ring">Whoever knows the URL can.</Notice><Notice tone="bad">Plain</Notice></div>
        <div className="panel"><EmptyState icon={BellRing} title="Nobody has rung yet" actions={<Button>Ring it</Button>}>Send a request to the URL, or ring it yourself.</EmptyState></div>
      </div>
      <RowSkeleton rows={2} />
    </Page>
  );
}
