import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthHeading } from "@/components/auth/auth-heading";
import { SetupForm } from "@/components/auth/setup-form";
import { isSetUp } from "@/lib/services/is-set-up";

export const metadata: Metadata = { title: "Set up" };

export default async function SetupPage() {
  if (await isSetUp()) redirect("/sign-in");
  return (
    <>
      <AuthHeading title="Set up Doorbell">
        Make the first account: it owns this Doorbell. The set-up code stands in the terminal where Doorbell was
        started.
      </AuthHeading>
      <SetupForm />
    </>
  );
}
