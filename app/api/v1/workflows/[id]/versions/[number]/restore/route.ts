import { route } from "@/app/api/define-route";
import { VersionParams } from "@/app/api/v1/params";
import { restoreVersion } from "@/lib/services/restore-version";

export const POST = route({ params: VersionParams }, ({ actor, params }) =>
  restoreVersion(actor, params.id, params.number),
);
