import { EndpointView } from "@/components/endpoints/endpoint-view";
import { Page } from "@/components/ui/page";
import { ep, d } from "../fx";
const now = new Date().toISOString();
export default function P() { return <Page><EndpointView endpoint={ep("Pushes to the shop repository", "github")} secrets={[{ id: "sec_1" as any, status: "active", createdAt: now, retiresAt: null, revokedAt: null }, { id: "sec_2" as any, status: "retiring", createdAt: now, retiresAt: new Date(Date.now() + 80000000).toISOString(), revokedAt: null }, { id: "sec_3" as any, status: "revoked", createdAt: now, retiresAt: null, revokedAt: now }]} deliveries={[d("accepted", "push", 0), d("duplicate", "push", 2), d("rejected", null, 3)]} listeners={[{ workflowId: "wfl_1" as any, name: "Tell the team", status: "active", eventTypes: ["push"] }, { workflowId: "wfl_2" as any, name: "Everything to the archive", status: "paused", eventTypes: [] }]} /></Page>; }
