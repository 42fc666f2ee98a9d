import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import css from "./gate.module.css";

/** The browser's own reader of bar codes; not every browser has one. */
interface Detector {
	detect: (picture: HTMLVideoElement) => Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
	new (options: { formats: string[] }): Detector;
	getSupportedFormats: () => Promise<string[]>;
}
const detectorClass = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;

const LOOK_EVERY = 250;
/** A badge that stays before the camera is not read again and again. */
const REST = 5_000;

function useReadsCodes(): boolean {
	const [reads, setReads] = useState(false);
	useEffect(() => {
		if (!detectorClass || !navigator.mediaDevices) return;
		detectorClass.getSupportedFormats().then(
			(formats) => setReads(formats.includes("qr_code")),
			// No reader after all: the button stays away.
			() => undefined,
		);
	}, []);
	return reads;
}

function Picture(props: { onCode: (code: string) => void; onFail: () => void }) {
	const { t } = useTranslation("gate");
	const video = useRef<HTMLVideoElement>(null);
	const handlers = useRef(props);
	handlers.current = props;
	useEffect(() => {
		if (!detectorClass) return;
		const detector = new detectorClass({ formats: ["qr_code"] });
		let stream: MediaStream | undefined;
		let gone = false;
		let last = { code: "", at: 0 };
		const look = async () => {
			const picture = video.current;
			if (!picture || picture.readyState < 2) return;
			const [seen] = await detector.detect(picture).catch(() => []);
			if (!seen || (seen.rawValue === last.code && Date.now() - last.at < REST)) return;
			last = { code: seen.rawValue, at: Date.now() };
			handlers.current.onCode(seen.rawValue);
		};
		const timer = setInterval(() => void look(), LOOK_EVERY);
		const close = () => {
			for (const track of stream?.getTracks() ?? []) track.stop();
		};
		navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).then(
			(opened) => {
				stream = opened;
				if (gone) close();
				else if (video.current) video.current.srcObject = opened;
			},
			() => handlers.current.onFail(),
		);
		return () => {
			gone = true;
			clearInterval(timer);
			close();
		};
	}, []);
	return (
		<video
			ref={video}
			className={css.video}
			aria-label={t("camera.label")}
			autoPlay
			muted
			playsInline
		/>
	);
}

/** Reads the codes of badges with the camera, where the browser can. */
export function Camera({ onCode }: { onCode: (code: string) => void }) {
	const { t } = useTranslation("gate");
	const reads = useReadsCodes();
	const [isOpen, setOpen] = useState(false);
	const [failed, setFailed] = useState(false);
	if (!reads) return null;
	const turn = () => {
		setFailed(false);
		setOpen(!isOpen);
	};
	const fail = () => {
		setFailed(true);
		setOpen(false);
	};
	return (
		<div className={css.camera}>
			<Button onPress={turn} aria-expanded={isOpen}>
				{t(isOpen ? "camera.stop" : "camera.start")}
			</Button>
			{isOpen && <Picture onCode={onCode} onFail={fail} />}
			{failed && (
				<Notice tone="warn" title={t("camera.failed")} alert>
					<p>{t("camera.failedDetail")}</p>
				</Notice>
			)}
		</div>
	);
}
