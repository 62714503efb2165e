import { Welcome } from "@/components/home/welcome";
import { Page } from "@/components/ui/page";
export default function P() { return <Page><Welcome /></Page>; }
