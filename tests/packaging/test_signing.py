"""Signing: which programs are called with the secrets, and what is said without them."""

from __future__ import annotations

import base64
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SECRET = base64.b64encode(b"certificate").decode("ascii")
IDENTITY = "Developer ID Application: A. Author (TEAM)"


@pytest.fixture(autouse=True)
def scripts_on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """The scripts import each other by their bare names."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))


def recorder(calls: list[list[str]], **answers: str) -> Callable[..., str]:
    """Stand for tool.run: note each call; answer by the name of the program's first argument."""

    def run(program: object, *words: object, **_options: object) -> str:
        calls.append([Path(str(program)).name, *map(str, words)])
        return answers.get(str(words[0]).replace("-", "_"), "") if words else ""

    return run


def test_windows_programs_are_signed_with_the_certificate(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from windows import sign

    calls: list[list[str]] = []
    monkeypatch.setattr(sign, "run", recorder(calls))
    monkeypatch.setenv(sign.CERTIFICATE, SECRET)
    monkeypatch.setenv(sign.PASSWORD, "open sesame")
    assert sign.sign([tmp_path / "a.exe", tmp_path / "b.exe"])
    ((program, verb, *words),) = calls
    assert program.startswith("signtool")
    assert verb == "sign"
    assert words[words.index("/p") + 1] == "open sesame"
    assert words[-2:] == [str(tmp_path / "a.exe"), str(tmp_path / "b.exe")]
    assert not Path(words[words.index("/f") + 1]).exists()


def test_without_a_certificate_windows_programs_stay_unsigned(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from windows import sign

    monkeypatch.delenv(sign.CERTIFICATE, raising=False)
    assert not sign.sign([Path("a.exe")])
    said = "not signed, since WINDOWS_CERTIFICATE is not set: a.exe\n"
    assert capsys.readouterr().out == said


def test_the_compiler_signs_installer_and_uninstaller(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from windows import installer, sign

    calls: list[list[str]] = []
    monkeypatch.setattr(installer, "run", recorder(calls))
    monkeypatch.setenv(sign.CERTIFICATE, SECRET)
    installer.compile_installer(ROOT, tmp_path, tmp_path / "setup.exe", "1.2.3")
    (words,) = calls
    script = ROOT / "packaging" / "windows" / "sign.py"
    assert f'-DSIGN="{sys.executable}" "{script}"' in words
    assert SECRET not in " ".join(words)


def test_macos_certificate_gets_a_keychain_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    from macos import signing

    calls: list[list[str]] = []
    listed = f'  1) ABCDEF "{IDENTITY}"\n     1 valid identities found\n'
    monkeypatch.setattr(signing, "run", recorder(calls, find_identity=listed))
    monkeypatch.setenv("MACOS_CERTIFICATE", SECRET)
    monkeypatch.setenv("MACOS_CERTIFICATE_PASSWORD", "open sesame")
    assert signing.identity() == IDENTITY
    verbs = [words[1] for words in calls]
    assert verbs.index("create-keychain") < verbs.index("import") < verbs.index("find-identity")
    assert "set-key-partition-list" in verbs


def test_without_secrets_macos_is_neither_signed_nor_notarised(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from macos import signing

    for name in (*signing.CERTIFICATE, *signing.NOTARY):
        monkeypatch.delenv(name, raising=False)
    assert signing.identity() is None
    assert not signing.notarise(tmp_path / "image.dmg")
    said = capsys.readouterr().out
    assert "not set: MACOS_CERTIFICATE, MACOS_CERTIFICATE_PASSWORD" in said
    assert "not set: APPLE_ID, APPLE_TEAM_ID, APPLE_PASSWORD" in said


def test_the_image_is_notarised_with_the_stored_profile(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from macos import disk_image, signing

    calls: list[list[str]] = []
    accepted = recorder(calls, notarytool="  status: Accepted\n")
    monkeypatch.setattr(signing, "run", accepted)
    monkeypatch.setattr(disk_image, "run", accepted)
    for name in signing.NOTARY:
        monkeypatch.setenv(name, f"the {name}")
    app = tmp_path / "Peru Timeline.app"
    app.mkdir()
    disk_image.build_image(app, tmp_path / "image.dmg", IDENTITY)
    steps = [" ".join(words[:3]) for words in calls]
    assert steps == [
        "codesign --verify --deep",
        "hdiutil create -volname",
        f"codesign --sign {IDENTITY}",
        "xcrun notarytool store-credentials",
        "xcrun notarytool submit",
        "xcrun stapler staple",
    ]
    assert "the APPLE_PASSWORD" not in " ".join(calls[4])
    for words in calls[3:5]:
        assert Path(words[words.index("--keychain") + 1]).is_absolute()


def test_what_the_notary_refuses_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from macos import signing

    monkeypatch.setattr(signing, "run", recorder([], notarytool="  status: Invalid\n"))
    for name in signing.NOTARY:
        monkeypatch.setenv(name, "x")
    with pytest.raises(SystemExit, match=r"does not accept image\.dmg: status: Invalid"):
        signing.notarise(tmp_path / "image.dmg")


def test_a_bundle_is_signed_only_with_an_identity() -> None:
    from recipe import signing

    assert signing(None, "entitlements.plist") == {}
    assert signing(IDENTITY, "entitlements.plist") == {
        "codesign_identity": IDENTITY,
        "entitlements_file": "entitlements.plist",
    }
