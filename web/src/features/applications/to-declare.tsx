import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { outcomesQuery } from "./queries.ts";

/** What is still to be declared of taking part, and until when; nothing while there is nothing. */
export function ToDeclare({ id }: { id: string }) {
	const { t } = useTranslation("applications");
	const { date } = useFormat();
	// What cannot be read is asked for on its own page: it takes nothing away here.
	const found = useQuery({ ...outcomesQuery(id), staleTime: 0 });
	const due = found.data?.find((one) => one.declarable && !one.declared);
	if (!due) return null;
	return (
		<p>
			{t("declare.due", { day: date(due.closes_on) })}{" "}
			<Link to="/applications/$id/outcomes" params={{ id }}>
				{t("declare.go")}
			</Link>
		</p>
	);
}
