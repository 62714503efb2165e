import { EndpointCreated } from "@/components/endpoints/endpoint-created";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { ep } from "../fx";
export default function P() { return <Page width="narrow"><PageHeader title="New endpoint" back={{ href: "/endpoints", label: "Endpoints" }} /><EndpointCreated endpoint={{ ...ep("Pushes", "github"), signingSecret: "4f0c2f7b7d1e4a8f9a3b6c5d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f" }} /></Page>; }
