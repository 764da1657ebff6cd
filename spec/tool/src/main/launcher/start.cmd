@echo off
rem Start script of @name@ for Windows. It needs the file @name@.jar or @name@ beside it.
rem JAVA_HOME: the Java to use, 17 or later. JAVA_OPTS, @PREFIX@_OPTS: JVM options; they take precedence.
setlocal DisableDelayedExpansion
set "jar=%~dp0@name@.jar"
if not exist "%jar%" set "jar=%~dp0@name@"
if exist "%jar%" goto java
echo @name@: expected @name@.jar or @name@ beside this script, found neither. Copy one of them to "%~dp0". >&2
exit /b 70
:java
if not defined JAVA_HOME goto path
rem Without the quotes that some put around the folder.
set "home=%JAVA_HOME:"=%"
set "java=%home%\bin\java.exe"
if exist "%java%" goto version
echo @name@: expected Java 17 or later in JAVA_HOME, found no "%java%". Set JAVA_HOME to the folder of a Java installation. >&2
exit /b 70
:path
set "java="
for %%j in (java.exe) do set "java=%%~$PATH:j"
if defined java goto home
echo @name@: expected Java 17 or later, found no java on the PATH. Install it, or set JAVA_HOME. >&2
exit /b 70
:home
for %%j in ("%java%") do set "home=%%~dpj.."
:version
rem The file "release" of a Java installation has its version. Without the file the version is not checked.
set "version="
set "major="
if exist "%home%\release" for /f "usebackq tokens=1,2 delims==" %%n in ("%home%\release") do if "%%n"=="JAVA_VERSION" set "version=%%~o"
for /f "tokens=1 delims=.+-" %%v in ("%version%") do set "major=%%v"
if not defined major goto run
if %major% geq 17 goto run
echo @name@: expected Java 17 or later, found version %version% in "%home%". Set JAVA_HOME to a newer one. >&2
exit /b 70
:run
set "collector=@collector@"
set "given= %JAVA_TOOL_OPTIONS% %JDK_JAVA_OPTIONS% %JAVA_OPTS% %@PREFIX@_OPTS%"
rem A second collector would be an error.
set given| findstr /r /c:" -XX:+Use[A-Za-z0-9]*GC" >nul && set "collector="
rem The last command: its exit code is that of the script, also for the operators of a caller, which do not see that of exit /b.
"%java%" -XX:+IgnoreUnrecognizedVMOptions -Xlog:disable -XX:TieredStopAtLevel=1 -XX:-UsePerfData %collector% %JAVA_OPTS% %@PREFIX@_OPTS% -jar "%jar%" %*
