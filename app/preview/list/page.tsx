import { EndpointRow } from "@/components/endpoints/endpoint-row";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { LinkButton } from "@/components/ui/link-button";
import { ep, d } from "../fx";
export default function P() { return <Page><PageHeader title="Endpoints" description="Addresses that somebody can ring: one for each sender." actions={<LinkButton href="/">New endpoint</LinkButton>} />
<ul className="panel divide-y divide-separator"><EndpointRow endpoint={ep("Pushes to the shop repository", "github")} last={d("accepted", "push", 1)} /><EndpointRow endpoint={ep("Orders", "standard-webhooks")} last={d("rejected", "push", 3)} /><EndpointRow endpoint={ep("Old form", "anyone", "disabled")} last={undefined} /></ul></Page>; }
