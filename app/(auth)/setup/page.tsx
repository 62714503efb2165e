import type { Metadata } from "next";
import { AuthHeading } from "@/components/auth/auth-heading";
import { SetupForm } from "@/components/auth/setup-form";

export const metadata: Metadata = { title: "Set up" };

export default function SetupPage() {
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
