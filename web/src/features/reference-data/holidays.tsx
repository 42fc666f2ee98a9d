import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Holiday, HolidayOccurrence } from "@/api/gen/types.gen.ts";
import { getHoliday, listHolidays } from "@/api/gen/workshop-sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { today } from "@/i18n/days.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { ListTable } from "@/ui/list-table.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { Empty } from "@/ui/states.tsx";
import { useAction } from "@/ui/use-action.ts";
import { HolidayEditor } from "./holiday-editor.tsx";
import css from "./reference-data.module.css";

/** Years one looks at: the one before, and those that are planned for. */
const YEARS = [-1, 0, 1, 2, 3];

/** Days off of a year: fixed ones, and moving ones that the ministry confirms. */
export function Holidays() {
	const { t } = useTranslation(["reference-data", "common"]);
	const { text, dateRange } = useFormat();
	const user = useUser();
	const action = useAction();
	const present = Number(today().slice(0, 4));
	const [year, setYear] = useState(present);
	const [open, setOpen] = useState<Holiday | "new">();
	const list = useQuery({
		queryKey: ["reference-data", "holidays", year],
		queryFn: async ({ signal }): Promise<HolidayOccurrence[]> =>
			(await listHolidays({ query: { year }, cache: "no-cache", signal, throwOnError: true })).data
				.items,
	});
	const edit = (id: string) =>
		void action.run(async () => {
			const { data } = await getHoliday({ path: { id }, cache: "no-cache", throwOnError: true });
			setOpen(data);
		});
	const close = () => setOpen(undefined);
	return (
		<>
			<div className={css.filters}>
				<NativeSelect
					label={t("holidays.year")}
					options={YEARS.map((offset) => {
						const label = String(present + offset);
						return { id: label, label };
					})}
					value={String(year)}
					onChange={(chosen) => setYear(Number(chosen ?? present))}
				/>
				{can(user, "add_holiday") && (
					<Button variant="primary" onPress={() => setOpen("new")}>
						<Plus size={16} />
						{t("holidays.add")}
					</Button>
				)}
			</div>
			{action.failed && <ProblemPanel error={action.error} />}
			<ListTable
				list={list}
				lines={6}
				none={<Empty title={t("none")} />}
				label={t("tab.holidays")}
				rowKey={(row) => `${row.id} ${row.date}`}
				columns={[
					{ id: "name", header: t("name"), cell: (row) => <bdi>{text(row.name)}</bdi> },
					{
						id: "days",
						header: t("holidays.days"),
						cell: (row) => <span className="num">{dateRange(row.date, row.until)}</span>,
					},
					{
						id: "state",
						header: t("holidays.state"),
						cell: (row) => (
							<Badge tone={row.provisional ? "wait" : "good"}>
								{t(row.provisional ? "holidays.mayMove" : "holidays.certain")}
							</Badge>
						),
					},
					{
						id: "actions",
						header: t("actions"),
						bare: true,
						cell: (row) =>
							can(user, "amend_holiday") && (
								<Button
									small
									onPress={() => edit(row.id)}
									aria-label={t("edit", { name: text(row.name) })}
								>
									{t("common:action.edit")}
								</Button>
							),
					},
				]}
			/>
			{open && <HolidayEditor holiday={open === "new" ? undefined : open} onClose={close} />}
		</>
	);
}
