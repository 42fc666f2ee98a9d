import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Cohort } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { organises } from "@/auth/organises.ts";
import { useUser } from "@/auth/session.ts";
import { cohortQuery } from "@/reference/cohort.ts";
import { CohortHead } from "@/reference/cohort-head.tsx";
import { Stack } from "@/ui/page.tsx";
import { FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { Issued } from "./issued.tsx";
import { certificatesQuery } from "./queries.ts";
import { Without } from "./without.tsx";

function Certificates({ cohort }: { cohort: Cohort }) {
	const { t } = useTranslation("certificates");
	const user = useUser();
	const runs = organises(user, { organiser: cohort.organiser, co_organisers: [] });
	const own = user?.acting?.role === "association";
	return (
		<>
			<CohortHead title={t("desk.title")} cohort={cohort} current="certificates" />
			<Stack>
				{can(user, "get_gradebook") && <Without cohort={cohort.id} runs={runs} own={own} />}
				<Issued cohort={cohort.id} runs={runs} own={own} />
			</Stack>
		</>
	);
}

/** The certificates of a cohort: who is due one and why not, those that were issued, and the way to issue and revoke. */
export function CertificatesPage() {
	const { id } = useParams({ from: "/cohorts/$id/certificates" });
	const user = useUser();
	const allowed = can(user, "list_certificates");
	const found = useQuery({ ...cohortQuery(id), enabled: allowed });
	// Whether anything of this cohort is for the reader; the list below shows it from here.
	const first = useQuery({ ...certificatesQuery(id, undefined), enabled: allowed });
	if (!allowed) return <NoRight />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	if (first.isError) return <FailedPage error={first.error} onRetry={() => void first.refetch()} />;
	if (found.isPending || first.isPending) return <Loading lines={6} />;
	return <Certificates cohort={found.data.data} />;
}
