; Installer for Windows: for one user, no administrator needed, English and Spanish.
; makensis -DVERSION=… -DPAYLOAD=folder -DLICENCE=file -DICON=file.ico -DOUTPUT=… [-DSIGN=…] installer.nsi
Unicode true
!include "MUI2.nsh"
!include "FileFunc.nsh"

!ifndef VERSION
  !error "VERSION is not defined"
!endif
!ifndef PAYLOAD
  !error "PAYLOAD is not defined"
!endif
!ifndef OUTPUT
  !define OUTPUT "peru-timeline-${VERSION}-setup.exe"
!endif
!ifndef LICENCE
  !error "LICENCE is not defined"
!endif
!ifndef ICON
  !error "ICON is not defined"
!endif
; The program without a console; peru-timeline.exe beside it is the same one for a terminal.
!define WINDOWED "Peru Timeline.exe"
; SIGN is a command that signs the file named after it.
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
  !finalize '${SIGN} "%1"' = 0
!endif
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\PeruTimeline"

Name "Peru Timeline"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Peru Timeline"
InstallDirRegKey HKCU "Software\Peru Timeline" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID lzma
BrandingText "Peru Timeline ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Peru Timeline"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Peru Timeline installer"
VIAddVersionKey "LegalCopyright" "The Peru Timeline authors"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
; The uninstaller speaks the language that was chosen at installation.
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\Peru Timeline"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOWED}"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"

LangString FILE_TYPE ${LANG_ENGLISH} "Chronology"
LangString FILE_TYPE ${LANG_SPANISH} "Cronología"
LangString NOT_OURS ${LANG_ENGLISH} "The folder $INSTDIR holds other files. Choose an empty folder, or the one where Peru Timeline was installed before."
LangString NOT_OURS ${LANG_SPANISH} "La carpeta $INSTDIR contiene otros archivos. Elija una carpeta vacía o aquella donde ya estaba Peru Timeline."

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section "Peru Timeline"
  ; The uninstaller removes the whole folder, so the folder must be ours alone.
  IfFileExists "$INSTDIR\uninstall.exe" ours
  IfFileExists "$INSTDIR\*.*" 0 fresh
    FindFirst $0 $1 "$INSTDIR\*.*"
    next:
      StrCmp $1 "" empty
      StrCmp $1 "." again
      StrCmp $1 ".." again
      FindClose $0
      MessageBox MB_ICONSTOP "$(NOT_OURS)" /SD IDOK
      Abort
    again:
      FindNext $0 $1
      Goto next
    empty:
      FindClose $0
      Goto fresh
  ours:
    ; Files of the version before that this one no longer has would stay in the way.
    RMDir /r "$INSTDIR\_internal"
  fresh:

  SetOutPath "$INSTDIR"
  ; On Windows the compiler looks for the folder before the last backslash; it knows no other separator.
  File /r "${PAYLOAD}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Peru Timeline.lnk" "$INSTDIR\${WINDOWED}"

  WriteRegStr HKCU "Software\Peru Timeline" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.chronology" "" "PeruTimeline.Chronology"
  WriteRegStr HKCU "Software\Classes\.chronology" "Content Type" "application/x-chronology+json"
  WriteRegStr HKCU "Software\Classes\PeruTimeline.Chronology" "" "$(FILE_TYPE)"
  WriteRegStr HKCU "Software\Classes\PeruTimeline.Chronology\DefaultIcon" "" "$INSTDIR\${WINDOWED},0"
  WriteRegStr HKCU "Software\Classes\PeruTimeline.Chronology\shell\open\command" "" '"$INSTDIR\${WINDOWED}" "%1"'

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Peru Timeline"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${WINDOWED}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The Peru Timeline authors"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" $0
  ${RefreshShellIcons}
SectionEnd

Section "Uninstall"
  Delete "$SMPROGRAMS\Peru Timeline.lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${WINDOWED}"
  Delete "$INSTDIR\peru-timeline.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ; Another program may have taken the file type over since: take back only what is ours.
  ReadRegStr $0 HKCU "Software\Classes\.chronology" ""
  StrCmp $0 "PeruTimeline.Chronology" 0 +2
    DeleteRegKey HKCU "Software\Classes\.chronology"
  DeleteRegKey HKCU "Software\Classes\PeruTimeline.Chronology"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "Software\Peru Timeline"
  ${RefreshShellIcons}
SectionEnd
