import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PlanImportResult } from "@/api/gen/types.gen.ts";
import { calculatePlanImport } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions, SubmitOrCancel } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { FileDrop } from "@/ui/file-drop.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Stack } from "@/ui/page.tsx";
import { useAction } from "@/ui/use-action.ts";
import { boundsOf } from "../shape/geometry.ts";
import { type Plan, planOf } from "../shape/plan.ts";
import { pointsOf } from "../shape/refs.ts";
import css from "./editor.module.css";

/** Centimetres of a unit: the file is drawn in centimetres, metres, millimetres. */
const UNITS = { cm: 1, m: 100, mm: 0.1 } as const;
type Unit = keyof typeof UNITS;

/** The longest file that is read, in characters. */
const LONGEST = 4 * 1024 * 1024;

interface Props {
	onTaken: (plan: Plan) => void;
	onClose: () => void;
}

interface FoundProps extends Props {
	found: PlanImportResult;
	onAgain: () => void;
}

/** What came of the file, and what did not, before anything is replaced. */
function Found({ found, onAgain, onTaken, onClose }: FoundProps) {
	const { t } = useTranslation("plan");
	const { number } = useFormat();
	const { plan } = found;
	// A drawing read in the wrong unit shows in its size.
	const size = boundsOf(pointsOf(planOf(plan)));
	const counts = (["halls", "aisles", "stands", "quarters"] as const).map((list) => ({
		list,
		count: plan[list]?.length ?? 0,
	}));
	const take = () => {
		onTaken(planOf(plan));
		onClose();
	};
	const nothing = counts.every(({ count }) => count === 0);
	return (
		<Stack>
			{nothing ? (
				<Notice tone="bad" title={t("import.nothing")}>
					<p>{t("import.fileHint")}</p>
				</Notice>
			) : (
				<>
					<p>{t("import.found")}</p>
					<ul>
						{counts.map(({ list, count }) => (
							<li key={list}>{t(`import.${list}`, { number: count })}</li>
						))}
						{size && (
							<li>
								{t("import.size", {
									width: number(size.width / 100),
									depth: number(size.depth / 100),
								})}
							</li>
						)}
					</ul>
				</>
			)}
			{found.skipped_total > 0 && (
				<>
					<p>{t("import.skipped", { count: found.skipped_total })}</p>
					{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
					<ul className={css.problems} tabIndex={0}>
						{found.skipped.map(({ position, element, id, reason }) => (
							<li key={position}>
								<span>
									{t("import.element", { position, element: id ? `${element} ${id}` : element })}
								</span>
								<span>{t(`skip.${reason}`)}</span>
							</li>
						))}
					</ul>
				</>
			)}
			{!nothing && <p className="quiet">{t("import.replaces")}</p>}
			<Actions>
				{!nothing && (
					<Button variant="primary" onPress={take}>
						{t("import.take")}
					</Button>
				)}
				<Button variant={nothing ? "primary" : "secondary"} onPress={onAgain}>
					{t("import.again")}
				</Button>
				<Button onPress={onClose}>{t("import.leave")}</Button>
			</Actions>
		</Stack>
	);
}

/** A plan drawn elsewhere: SVG or GeoJSON, told what of it was taken before it is. */
export function ImportDialog({ onTaken, onClose }: Props) {
	const { t } = useTranslation("plan");
	const action = useAction();
	const [file, setFile] = useState<File | null>(null);
	const [unit, setUnit] = useState<Unit>("cm");
	const [upwards, setUpwards] = useState(false);
	const [corner, setCorner] = useState(true);
	const [wrong, setWrong] = useState<"noFile" | "tooLong">();
	const [found, setFound] = useState<PlanImportResult>();
	const submit = () => {
		const fault = !file ? "noFile" : file.size > LONGEST ? "tooLong" : undefined;
		setWrong(fault);
		if (!file || fault) {
			action.clear();
			return;
		}
		void action.run(async () => {
			const { data } = await calculatePlanImport({
				body: {
					format: /\.svg$/i.test(file.name) ? "svg" : "geojson",
					text: await file.text(),
					options: { cm_per_unit: UNITS[unit], y_upwards: upwards, to_corner: corner },
				},
				throwOnError: true,
			});
			setFound(data);
		});
	};
	return (
		<Dialog title={t("import.title")} isOpen onClose={onClose} wide>
			{found ? (
				<Found
					found={found}
					onAgain={() => setFound(undefined)}
					onTaken={onTaken}
					onClose={onClose}
				/>
			) : (
				<Form action={action} onSubmit={submit}>
					<FileDrop
						label={t("import.file")}
						hint={t("import.fileHint")}
						accept=".svg,.geojson,.json"
						file={file}
						onFile={setFile}
						error={wrong ? t(`import.${wrong}`) : action.wrong["/text"]}
					/>
					<NativeSelect
						label={t("import.unit")}
						options={(Object.keys(UNITS) as Unit[]).map((id) => ({
							id,
							label: t(`import.unitOf.${id}`),
						}))}
						value={unit}
						onChange={(id) => setUnit(id === "m" || id === "mm" ? id : "cm")}
					/>
					<Checkbox isSelected={upwards} onChange={setUpwards}>
						{t("import.upwards")}
					</Checkbox>
					<Checkbox isSelected={corner} onChange={setCorner}>
						{t("import.corner")}
					</Checkbox>
					<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
						{t("import.read")}
					</SubmitOrCancel>
				</Form>
			)}
		</Dialog>
	);
}
