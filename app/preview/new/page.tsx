import { NewEndpointForm } from "@/components/endpoints/new-endpoint-form";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
export default function P() { return <Page width="narrow"><PageHeader title="New endpoint" back={{ href: "/endpoints", label: "Endpoints" }} description="An address of its own, which listens from the moment it is made." /><NewEndpointForm source="hmac" /></Page>; }
